using Orleans.Runtime.Calls;

namespace Orleans.Runtime.Activations;

/// <summary>A doubly linked list of requests through their own links; only its activation's turns change it.</summary>
internal struct RequestList
{
    private Request? _first;
    private Request? _last;

    internal int Count;

    internal readonly Request? First => _first;

    internal void Add(Request request)
    {
        request.Previous = _last;
        if (_last is null)
            _first = request;
        else
            _last.Next = request;
        _last = request;
        Count++;
    }

    internal void Remove(Request request)
    {
        var next = (Request?)request.Next;
        if (request.Previous is { } previous)
            previous.Next = next;
        else
            _first = next;
        if (next is not null)
            next.Previous = request.Previous;
        else
            _last = request.Previous;
        request.Next = null;
        request.Previous = null;
        Count--;
    }
}
