"""Who may do what on the page: accounts with a role, sessions of a browser, tokens of a program.

They live in the ledger's database, beside the chain: a ledger is the same with and without them.
"""

from hasila.accounts.person import ROLES, Person, Role
from hasila.accounts.store import Account, Accounts, Token

__all__ = ["ROLES", "Account", "Accounts", "Person", "Role", "Token"]
