# ends: error RecursionError | stack | waiting
import sys
class Out:
    def write(self, text):
        return input(text)
    def flush(self):
        pass
sys.stdout = Out()
input('who writes? ')
