"""Web archives: WARC and WET files, and WACZ packages of them."""
