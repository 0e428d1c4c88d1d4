# finds: attribute heapq.nlargest left
import heapq
from typing import TypeVar
# --- next cell
heapq.nlargest.__type_params__ = (TypeVar("T"),)
