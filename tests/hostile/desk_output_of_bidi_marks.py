# ends: ok
marks = '\u202e\u2066\u2067\u2068\u202a\u202b\u202d\u200f\u061c'
print(marks * 1000, 'which way is this?')
marks + 'olleh'
