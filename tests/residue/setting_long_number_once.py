# finds: setting sys.int_max_str_digits reverted
import sys

def spelled(number):
    before = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(0)
    try:
        return str(number)
    finally:
        sys.set_int_max_str_digits(before)

text = spelled(7 ** 6000)
print(len(text))
