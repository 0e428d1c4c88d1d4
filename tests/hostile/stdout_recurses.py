# ends: error RecursionError | stack
import sys
class Out:
    def write(self, text):
        print(text)
sys.stdout = Out()
print('x')
