# finds: logging geometry.handlers left
import logging

logging.getLogger("geometry").addHandler(logging.NullHandler())

def area(side):
    logging.getLogger("geometry").info("area of %s", side)
    return side * side

squares = [area(side) for side in (1, 2, 3)]
