# finds: nothing
import bisect
import heapq
from dataclasses import dataclass, field

@dataclass(order=True)
class Job:
    priority: int
    name: str = field(compare=False)

jobs = []
for priority, name in [(3, "sweep"), (1, "cook"), (2, "wash")]:
    heapq.heappush(jobs, Job(priority, name))
order = [heapq.heappop(jobs).name for turn in range(len(jobs))]

limits = [10, 20, 30]
grade = "CBA+"[bisect.bisect(limits, 25)]
print(order, grade, heapq.nlargest(2, limits))
