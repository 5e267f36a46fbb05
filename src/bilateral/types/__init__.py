"""The words of the project as frozen data: no behaviour beyond what a value can tell of itself.

Nothing here imports anything else of ours; every other room imports from here.
"""
