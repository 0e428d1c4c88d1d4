# ends: ok
tuples = ((((((((((1,),),),),),),),),),)
strings = ['x' * 10**5] * 10**4
keys = {(n,) * 100: [n] * 100 for n in range(100)}
text, data, number = 'x' * 10**7, bytes(10**7), 1 << 10**6
