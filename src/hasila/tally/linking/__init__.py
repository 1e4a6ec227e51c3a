"""Claims gathered into statements: one announcement or one event, whatever the language."""
