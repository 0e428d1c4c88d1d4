from checking import cell, seeded

limit = seeded.choice([seeded.randrange(20, 80), seeded.randrange(100, 900)])
LOADS = [[limit + step for step in steps] for steps in ((1, 2, 3), (-3, -2, -1), (5, 9, -2), (-9, -9, 4))]
SHOP = f"average(samples) > {limit}"
BANK = f"average(samples) > {limit} and samples[-1] > {limit + 3}"
ways = {
    "a tuple": "().__class__.__base__.__subclasses__()",
    "a measure that does something": "samples.clear() or average(samples) > 90",
    "a true alarm with something behind it": "average(samples) > 1 and samples.append(0)",
    "a comprehension": "[measure for measure in samples]",
    "a text that is no formula": "average(samples) >",
}
TRY = f"""
judge, samples, outcomes = fires, [91, 95, 97], []
for text in {list(ways.values())}:
    try:
        judge(text, samples)
        outcomes.append("no exception")
    except Exception:
        outcomes.append("raises")
outcomes, samples
"""
THIRD = """
import statistics
try:
    fires('average.__globals__["statistics"].__setattr__("fmean", lambda values: 0)', [91])
    outcome = "no exception"
except Exception as exc:
    outcome = "no fires" if type(exc) is NameError else "raises"
outcome, statistics.fmean([1, 3]) == 2
"""

large = cell.case(f"fires('average(samples) > {limit + 2000}', [{limit}]), "
    f"fires('average(samples) > 7', [{limit}])", about="a limit of four digits, and one of one")
large.gives((False, True), says="There are thousands of alarms like these, with other numbers.")
shop = cell.case(f"[fires({SHOP!r}, load) for load in {LOADS}]", about=f"`{SHOP}`, on four hidden loads")
shop.gives(
    [True, False, True, False], says="An honest alarm has to work as it stands. The customers do not write it again."
)
bank = cell.case(f"[fires({BANK!r}, load) for load in {LOADS}]", about=f"`{BANK}`, on the same loads")
bank.gives([False] * 4, says="Both comparisons must hold before this alarm fires.")
both = cell.case(f"fires({BANK!r}, [{limit}, {limit + 1}, {limit + 9}])", about="the same formula, where both hold")
both.gives(
    True, says="Both comparisons hold here, so the alarm has to fire. A missed alarm is the harm of this exercise."
)
third = cell.case(THIRD, about="the third customer's formula, and `statistics.fmean` after it")
third.gives(("raises", True), says="The third formula must raise, and must have changed nothing by then.")
others = cell.case(TRY, about="five more texts that are no alarms")
outcomes = others.value[0] if others.value else ["was not tried"] * len(ways)
missed = [way for way, outcome in zip(ways, outcomes) if outcome != "raises"]
cell.expect(
    not missed,
    "five more texts that are no alarms",
    "each raises",
    "no exception for " + ", ".join(missed) if missed else "each did",
    says="Say what an alarm is, and refuse everything else. A list of what is forbidden always has a gap.",
)
cell.expect(
    others.value and others.value[1] == [91, 95, 97],
    "the samples after these five",
    "`[91, 95, 97]`, as before",
    str(others.value[1]) if others.value else others.shown,
    says="A text that is no alarm has changed what all customers' alarms look at.",
)
cell.uses_no(
    "eval",
    "exec",
    says="This text comes from a customer, so no form of it may run in this process: that is the red line of page 2.",
)
cell.leaves(says="Every run of a formula must leave the process as it was, and so must your cell.")

cell.foresee(
    third.value == ("no exception", True),
    "The third formula gets an answer. Whoever reads it takes it for an alarm that does not fire: refuse it aloud.",
)
cell.foresee(
    shop.raised not in (None, "NameError") and third.value == ("raises", True),
    "The two formulas of the cell are examples. There are thousands like them, with other numbers.",
)
