# finds: nothing
import logging

log = logging.getLogger(__name__)
child = log.getChild("part")

class Worker:
    def __init__(self, name):
        self.log = logging.getLogger(f"worker.{name}")

    def work(self, amount):
        self.log.debug("working on %d", amount)
        return amount * 2

done = [Worker(name).work(number) for number, name in enumerate("ab")]
print(child.name, done, child.isEnabledFor(logging.CRITICAL))
