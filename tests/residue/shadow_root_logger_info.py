# finds: shadow logging.root.info left
import logging
notes = []
logging.root.info = lambda message, *args: notes.append(message % args)
logging.root.info('%s items', 3)
print(notes)
