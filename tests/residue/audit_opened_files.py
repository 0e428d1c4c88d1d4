# finds: audit watch_open permanent
import sys

opened = []

def watch_open(event, args):
    if event == "open":
        opened.append(args[0])

sys.addaudithook(watch_open)
total = sum(range(10))
