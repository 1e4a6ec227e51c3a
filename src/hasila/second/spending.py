"""Tokens, what they cost, and a bound on it that holds: the most that a request may cost is set aside before it."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock

_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens that went in and came out, in how many requests; ``estimated`` where an endpoint didn't say."""

    tokens_in: int = 0
    tokens_out: int = 0
    requests: int = 0
    estimated: bool = False

    def __add__(self, other: Usage) -> Usage:
        return Usage(
            self.tokens_in + other.tokens_in,
            self.tokens_out + other.tokens_out,
            self.requests + other.requests,
            self.estimated or other.estimated,
        )


@dataclass(frozen=True, slots=True)
class Prices:
    """What a million tokens cost, in whichever currency the user thinks in."""

    tokens_in: float = 0.0
    tokens_out: float = 0.0

    def of(self, usage: Usage) -> float:
        """What tokens cost.

        >>> Prices(2.5, 10).of(Usage(1_000_000, 100_000))
        3.5
        """
        return (usage.tokens_in * self.tokens_in + usage.tokens_out * self.tokens_out) / _MILLION


class Purse:
    """What one run has spent and may spend. Several threads may ask at once."""

    def __init__(self, prices: Prices, most: float | None = None) -> None:
        self.prices = prices
        self.usage = Usage()
        self._most = most
        self._aside = 0.0
        self._lock = Lock()

    @property
    def cost(self) -> float:
        """What was spent so far."""
        return self.prices.of(self.usage)

    def set_aside(self, worst: Usage) -> bool:
        """Set aside what a request may cost at most; False where the bound leaves no room for it."""
        with self._lock:
            aside = self._aside + self.prices.of(worst)
            if self._most is not None and self.cost + aside > self._most:
                return False
            self._aside = aside
            return True

    def pay(self, worst: Usage, usage: Usage) -> None:
        """Put down what a request came to, in place of what was set aside for it."""
        with self._lock:
            self._aside -= self.prices.of(worst)
            self.usage += usage
