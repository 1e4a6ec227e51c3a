"""Files that hold files: ZIP, TAR, and single compressed files; each member is read like a file that lies on disk."""
