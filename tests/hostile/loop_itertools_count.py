# ends: endless
import itertools
sum(itertools.count())
