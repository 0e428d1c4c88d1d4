from checking import cell, seeded

end = seeded.randrange(2, 9)
# `client.sleep` writes down how long it was asked to sleep, instead of sleeping.
SPY = "import time\nslept = []\nclient.sleep = spy = slept.append\nreal = time.sleep\n"

cell.leaves(says="Loading the test file must change nothing for anybody else.")
inside = cell.case(
    SPY + "exec('def again():\\n    sleep(5)\\n    return 1', vars(client))\n"
    + "with no_sleep():\n    got = client.fetch(), client.again()\ngot, slept",
    about="`client.fetch()` inside `with no_sleep():`, another function of `client` that sleeps, and the naps of both",
)
inside.gives((("data", 1), []), says="`client` sleeps as before. Under which name does its code look up the function?")
bystander = cell.case(
    SPY + "with no_sleep():\n    same = time.sleep is real\nsame",
    about="Whether `time.sleep` is the original inside the block",
)
bystander.gives(True, says="Everybody who sleeps is hit by this patch, not only `client`.")
after = cell.case(
    SPY + "with no_sleep():\n    pass\nclient.fetch()\nclient.sleep is spy, slept, time.sleep is real",
    about="`client` after the block: its `sleep` is what it was, and sleeps",
)
after.gives(
    (True, [30], True), says="When the block has ended, `client` must have the very function that it had before."
)
failed = cell.case(
    SPY + f"for _ in range({end}):\n    try:\n        with no_sleep():\n            raise OSError('the test fails')\n"
    "    except OSError as error:\n        found = str(error)\nfound, client.sleep is spy",
    about=f"The same after {end} blocks that failed with `OSError`",
)
failed.gives(("the test fails", True), says="The block failed, and the patch is still there or the failure is gone.")
