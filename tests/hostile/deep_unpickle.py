# ends: ok | stack | error RecursionError
import pickle
a = pickle.loads(b']' * 50_000 + b'a' * 49_999 + b'.')
