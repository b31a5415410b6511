using System.Numerics;
using System.Runtime.InteropServices;

namespace Territory.Roads.Providers.Caching;

/// <summary>Covers the missing pairs of a matrix with few rectangles.</summary>
/// <remarks>
/// Algorithm: rows that lack the same columns make one rectangle, which asks for missing pairs alone. New places among known ones give two: the new
/// rows with all columns, and the known rows with the new columns. The pair of a place with itself is known, but may be asked for where it would
/// split a rectangle. Where the gaps are ragged (more than <see cref="MaxExact"/> rectangles) the rectangle around all of them is asked for instead
/// if that costs less, a request being worth <see cref="PairsPerRequest"/> pairs.
/// Complexity: linear in the cells.
/// </remarks>
internal static class MissingBlocks
{
    public const int MaxExact = 16;
    public const int PairsPerRequest = 100;

    private const int BitsPerWord = 64;

    /// <param name="isMissing">By row and column.</param>
    /// <param name="ownColumn">The column of the row's own place, or -1.</param>
    public static List<Block> Cover(int rows, int columns, Func<int, int, bool> isMissing, Func<int, int> ownColumn)
    {
        var lacking = new List<Lack>();
        for (var row = 0; row < rows; row++)
        {
            if (LackOf(row, columns, isMissing, ownColumn(row)) is { } lack)
                lacking.Add(lack);
        }

        var blocks = Group(lacking, columns);
        if (blocks.Count <= MaxExact)
            return blocks;
        var around = Around(lacking, columns);
        return around.Cells + PairsPerRequest < blocks.Sum(block => block.Cells + PairsPerRequest) ? [around] : blocks;
    }

    private static Lack? LackOf(int row, int columns, Func<int, int, bool> isMissing, int own)
    {
        var words = new ulong[(columns + BitsPerWord - 1) / BitsPerWord];
        var any = false;
        for (var column = 0; column < columns; column++)
        {
            if (column == own || !isMissing(row, column))
                continue;
            words[column / BitsPerWord] |= 1UL << (column % BitsPerWord);
            any = true;
        }

        if (!any)
            return null;
        var exact = KeyOf(words);
        if (own < 0)
            return new Lack(row, exact, exact);
        words[own / BitsPerWord] |= 1UL << (own % BitsPerWord);
        return new Lack(row, exact, KeyOf(words));
    }

    private static List<Block> Group(List<Lack> lacking, int columns)
    {
        var popularity = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var lack in lacking)
        {
            Count(lack.Exact);
            if (lack.WithOwn != lack.Exact)
                Count(lack.WithOwn);
        }

        var groups = lacking.GroupBy(lack => popularity[lack.WithOwn] > popularity[lack.Exact] ? lack.WithOwn : lack.Exact, StringComparer.Ordinal);
        return [.. groups.Select(group => new Block([.. group.Select(lack => lack.Row)], [.. ColumnsOf(group.Key, columns)]))];

        void Count(string key) => CollectionsMarshal.GetValueRefOrAddDefault(popularity, key, out _)++;
    }

    private static Block Around(List<Lack> lacking, int columns)
    {
        var union = new ulong[(columns + BitsPerWord - 1) / BitsPerWord];
        foreach (var lack in lacking)
        {
            var words = MemoryMarshal.Cast<char, ulong>(lack.Exact);
            for (var i = 0; i < union.Length; i++)
                union[i] |= words[i];
        }

        return new Block([.. lacking.Select(lack => lack.Row)], [.. ColumnsOf(KeyOf(union), columns)]);
    }

    /// <summary>The words as a string: the cheapest thing that hashes and compares by content.</summary>
    private static string KeyOf(ulong[] words) => new(MemoryMarshal.Cast<ulong, char>(words));

    private static IEnumerable<int> ColumnsOf(string key, int columns)
    {
        var words = MemoryMarshal.Cast<char, ulong>(key).ToArray();
        for (var i = 0; i < words.Length; i++)
        {
            for (var word = words[i]; word != 0; word &= word - 1)
            {
                var column = (i * BitsPerWord) + BitOperations.TrailingZeroCount(word);
                if (column < columns)
                    yield return column;
            }
        }
    }

    /// <param name="Exact">The columns that the row lacks.</param>
    /// <param name="WithOwn">The same with the row's own place.</param>
    private sealed record Lack(int Row, string Exact, string WithOwn);
}
