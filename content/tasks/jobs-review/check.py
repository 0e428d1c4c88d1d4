from checking import cell, seeded

name = seeded.choice(["ArchiveMail", "CountStock", "RenewLeases", "SyncStaff"])
NAMES = "[cls.__name__ for cls in jobs()]"
NEW = f"""
@job
class {name}(Job):
    def run(self):
        return "done"
"""

four = cell.case(NAMES, about="`jobs()` after your cell, which has run the four classes of the proposal")
four.gives(["SendInvoices"], says="One of the four classes is a job. Which of the other three is still in your list?")
new = cell.case(f"{NEW}[cls.__name__ for cls in jobs()], {name}().run()", about="A hidden job, defined after your cell")
new.gives(
    (sorted(["SendInvoices", name]), "done"), says="A new job belongs into `jobs()`, sorted by name, and still runs."
)
base = cell.case("Job in list(jobs())", about="whether the base is a job")
base.gives(False, says="The base has no `run()`. The trial run of the proposal ended at this class.")
refused = cell.case(
    f"""
try:
    @job
    class Half(Job): ...
    outcome = "accepted"
except TypeError:
    outcome = "TypeError"
outcome, {NAMES}
""",
    about="A class without `run()`, and `jobs()` after it",
)
refused.gives(("TypeError", ["SendInvoices"]), says="A class that is refused must not be in the list. What came first?")
inherits = cell.case(
    f"@job\nclass Urgent(SendInvoices): ...\n{NAMES}", about="A job that inherits its `run` from another one"
)
inherits.gives(
    ["SendInvoices", "Urgent"], says="This class has a `run()`, an inherited one. Which namespace do you ask?"
)
DOUBLE = f"""
inside, outcome = None, "no exception"
try:
    with restored():
        @job
        class Unlucky(Job):
            def run(self):
                raise OSError("no network")
        inside = {NAMES}
        for cls in jobs():
            cls().run()
except OSError:
    outcome = "OSError"
inside, outcome, {NAMES}
"""
double = cell.case(DOUBLE, about="A test double inside `restored()`, in a test that fails")
double.gives(
    (["SendInvoices", "Unlucky"], "OSError", ["SendInvoices"]),
    says="During its test the double is a job. When the test has failed, the real jobs are listed and no others.",
)
listed = cell.case(
    f"found = jobs()\nif isinstance(found, list):\n    found.clear()\n{NAMES}",
    about="`jobs()`, after somebody has emptied the list that it gave",
)
listed.gives(["SendInvoices"], says="`jobs()` gives the registry itself away. A look must not be able to change it.")
plain = cell.case(f"{NEW}isinstance({name}, type) and issubclass({name}, Job)", about="what a registered job is")
plain.gives(True, says="The name must still lead to the class, as it did before it was registered.")

cell.foresee(
    double.value and double.value[1:] == ("OSError", []),
    "Your `restored()` clears. What was registered at import does not come back by itself.",
)
cell.foresee(
    double.value and double.value[1] == "OSError" and "Unlucky" in double.value[2],
    "The double is still a job after its test has failed. Is the way back skipped when the body raises?",
)
