from checking import cell

cell.case("[bool(GUIDE[claim](RUNTIME)) for claim in ('sorted', 'signature', 'unknown')]").gives(
    [True, True, True], says="A test that the guide credits fails for the runtime as it is."
)
SAME = "mutation['listing'] == RUNTIME['listing']", "mutation['signature'] == RUNTIME['signature']"
FOUND = "[mutation['find'](name) for name in ('console', 'pager')] == [1, 2]"
for claim, broken, smaller in (
    ("signature", f"{SAME[0]} and not {SAME[1]} and {FOUND}", "{'signature': '(**values)'}"),
    (
        "unknown",
        f"{SAME[0]} and {SAME[1]} and {FOUND} and mutation['find']('nobody') is not None",
        "{'find': lambda name: {'console': 1}.get(name, 2)}",
    ),
):
    cell.case(
        f"mutation = MUTATIONS[{claim!r}]\n{broken}", about=f"the mutation makes {claim!r} false, and nothing else"
    ).gives(
        True,
        says="A mutation should break one claim and leave the rest alone: then what notices it looked at that claim.",
    )
    cell.case(
        f"not GUIDE[{claim!r}](MUTATIONS[{claim!r}])", about=f"the credited test notices the mutation of {claim!r}"
    ).gives(True, says="The claim is false in your mutation, and the test that the guide credits with it passes.")
    cell.case(f"not GUIDE[{claim!r}](RUNTIME | {smaller})", about=f"it notices another mutation of {claim!r}").gives(
        True,
        says="The credited test looks at something else: it passes for another runtime in which the claim is false.",
    )
OTHERS = "RUNTIME | {'listing': ['pager', 'console']}", "RUNTIME | {'signature': '(**values)'}"
cell.case(
    f"[bool(GUIDE[claim](other)) for claim, other in (('unknown', {OTHERS[0]}), ('unknown', "
        f"{OTHERS[1]}), ('signature', {OTHERS[0]}), ('sorted', {OTHERS[1]}))]",
    about="a credited test, for a runtime in which another claim is false",
).gives([True] * 4, says="A test that fails whatever is changed says nothing about this claim. It should look at one.")
cell.case("not GUIDE['sorted'](MUTATIONS['sorted'])", about="the credited test notices the mutation of 'sorted'").gives(
    True, says="The guide was right about the listing."
)
