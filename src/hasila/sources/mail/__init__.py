"""E-mail -> documents: each message is one (``message``), and so is each attachment of a kind that is read.

``mailbox`` takes an mbox apart, a message at a time; ``body`` finds the words of a message.
"""
