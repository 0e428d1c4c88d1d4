# finds: logging logging.disable reverted
import logging

def silently(work, *args):
    logging.disable(logging.CRITICAL)
    try:
        return work(*args)
    finally:
        logging.disable(logging.NOTSET)

def parse(text):
    logging.getLogger("parser").error("cannot parse %r", text)
    return None

results = [silently(parse, text) for text in ("a", "b")]
