# ends: ok | endless | memory
from xml.etree import ElementTree
lines = ''.join(f'<!ENTITY e{n} "&e{n - 1};&e{n - 1};">' for n in range(1, 20))
ElementTree.fromstring(f'<!DOCTYPE a [<!ENTITY e0 "x">{lines}]><a>&e19;</a>')
