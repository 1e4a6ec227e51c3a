"""The same reading over whole crawls: archives in, tables of documents and figures out."""
