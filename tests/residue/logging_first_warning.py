# finds: logging root.handlers left
import logging

def check(stock):
    if stock < 3:
        logging.warning("only %d left", stock)
    return stock

check(10)
check(2)
