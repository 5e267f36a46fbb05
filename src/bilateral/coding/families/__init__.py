"""What is particular to a family of kinds: checks, second readings and details, one file a family.

A family is a function from candidate to :class:`Refined`, registered for its kinds with :func:`family`. Adding a kind
is an entry in data/triggers, a row in types/kinds, and a function here where the kind has details of its own.
"""

from bilateral.coding.families import agreements, consult, exercises, force, sanctions, speech, transfers
from bilateral.coding.families.base import Refined, refine

__all__ = ["Refined", "agreements", "consult", "exercises", "force", "refine", "sanctions", "speech", "transfers"]
