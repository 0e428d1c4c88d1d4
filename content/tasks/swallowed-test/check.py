from checking import cell

OLD = """
def old_test(look):
    def refuse(self, text):
        raise AssertionError("a looking command has acted")

    kept, Pager.deliver = Pager.deliver, refuse
    try:
        look([Pager()])
        return False
    except AssertionError:
        return True
    finally:
        Pager.deliver = kept

old_test(nosy)
"""
sending = cell.case("Pager.sent.clear(); nosy([Pager()]); len(Pager.sent) > 0", about="`nosy` sends a message")
sending.gives(True, says="`nosy` looks only. Have it call `deliver` on each plugin.")
cell.case(OLD, about="the test as it was notices `nosy`").gives(
    False, says="The test as it was notices your mutation. What the stand-in raises must not get out of `nosy`."
)
cell.case("acts(names)").gives(False, says="`names` only looks, and your test accuses it.")
cell.case("acts(nosy)").gives(True, says="Your test does not notice what `nosy` does.")
cell.case(
    "def other(plugins):\n    try:\n        plugins[0].deliver(text='x')\n    except BaseException:\n        pass\n"
    "acts(other)",
    about="`acts`, of a look that calls `deliver(text=…)` and catches everything",
).gives(True, says="A look can catch whatever your stand-in raises. What could the stand-in do besides raising?")
cell.case("Pager.sent.clear(); acts(nosy); Pager.sent", about="sent while `acts(nosy)` runs").gives(
    [], says="Your test has sent a real message. Take the power away first, and note who reaches for it."
)
cell.case(
    "def broken(plugins):\n    raise KeyError\ntry:\n    acts(broken)\nexcept KeyError:\n    pass\n"
    "Pager.sent.clear(); Pager().deliver('real'); Pager.sent",
    about="`deliver`, after a look has raised",
).gives(["real"], says="`Pager.deliver` has to be the real one again, however the look ends.")
