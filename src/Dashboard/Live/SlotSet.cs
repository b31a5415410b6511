using System.Numerics;

namespace Territory.Dashboard.Live;

/// <summary>A set of small numbers as bits. It grows with the largest number and never with how often something is added, so it bounds what a slow client can cost.</summary>
internal sealed class SlotSet
{
    private ulong[] _words = [];

    public bool IsEmpty => Array.TrueForAll(_words, word => word == 0);

    public int Count => _words.Sum(BitOperations.PopCount);

    public bool this[int slot] => slot >> 6 < _words.Length && (_words[slot >> 6] & (1UL << (slot & 63))) != 0;

    public void Add(int slot)
    {
        Reserve((slot >> 6) + 1);
        _words[slot >> 6] |= 1UL << (slot & 63);
    }

    public void Remove(int slot)
    {
        if (slot >> 6 < _words.Length)
            _words[slot >> 6] &= ~(1UL << (slot & 63));
    }

    public void UnionWith(SlotSet other)
    {
        Reserve(other._words.Length);
        for (var i = 0; i < other._words.Length; i++)
            _words[i] |= other._words[i];
    }

    /// <summary>Adds 0 to <paramref name="count"/> - 1.</summary>
    public void AddAllBelow(int count)
    {
        for (var slot = 0; slot < count; slot++)
            Add(slot);
    }

    public void Clear() => Array.Clear(_words);

    /// <summary>The lowest member that is not below a number, or -1.</summary>
    public int NextFrom(int slot)
    {
        var word = slot >> 6;
        if (word >= _words.Length)
            return -1;
        var bits = _words[word] & (ulong.MaxValue << (slot & 63));
        while (bits == 0)
        {
            if (++word >= _words.Length)
                return -1;
            bits = _words[word];
        }

        return (word << 6) + BitOperations.TrailingZeroCount(bits);
    }

    private void Reserve(int words)
    {
        if (words > _words.Length)
            Array.Resize(ref _words, Math.Max(words, _words.Length * 2));
    }
}
