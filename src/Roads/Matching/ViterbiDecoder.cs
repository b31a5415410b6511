namespace Territory.Roads.Matching;

/// <summary>Finds the likeliest sequence of places, part by part where a track breaks.</summary>
/// <remarks>
/// Algorithm: dynamic programming over the candidates of one fix after another. Where no way leads from any candidate of a fix to any of the next, a few fixes about the break are
/// dropped, as few as possible, rather those after the break than those before it; where that does not help or the silence is too long, a new part begins.
/// Of equally likely places the first is taken. Complexity: the sum over neighbours of the products of their numbers of candidates.
/// Source: Viterbi, Error bounds for convolutional codes and an asymptotically optimum decoding algorithm (1967); the treatment of breaks follows Newson and Krumm (2009), section 4.
/// </remarks>
internal sealed class ViterbiDecoder
{
    private readonly TrackTrellis trellis;
    private readonly MatchingModel model;
    private readonly MatchingOptions options;
    private readonly List<Column> columns = [];
    private readonly List<MatchedSequence> parts = [];

    private ViterbiDecoder(TrackTrellis trellis, MatchingModel model, MatchingOptions options)
    {
        this.trellis = trellis;
        this.model = model;
        this.options = options;
    }

    /// <returns>Parts of two fixes and more; fixes in none of them were dropped.</returns>
    public static List<MatchedSequence> Decode(TrackTrellis trellis, MatchingModel model, MatchingOptions options, CancellationToken cancellationToken)
    {
        var decoder = new ViterbiDecoder(trellis, model, options);
        var node = 0;
        while (node < trellis.Nodes.Count)
        {
            cancellationToken.ThrowIfCancellationRequested();
            node = decoder.Take(node);
        }

        decoder.EndPart();
        return decoder.parts;
    }

    /// <summary>Adds a fix to the part, drops some or begins a new part; returns the next fix.</summary>
    private int Take(int node)
    {
        if (columns.Count == 0)
        {
            columns.Add(Begin(node));
            return node + 1;
        }

        for (var dropped = 0; dropped <= options.MostDropped; dropped++)
        {
            for (var before = 0; before <= Math.Min(dropped, columns.Count - 1); before++)
            {
                var next = node + dropped - before;
                if (next >= trellis.Nodes.Count || Advance(columns[^(1 + before)], next) is not { } column)
                    continue;
                columns.RemoveRange(columns.Count - before, before);
                columns.Add(column);
                return next + 1;
            }
        }

        EndPart();
        return node;
    }

    private Column Begin(int node)
    {
        var candidates = trellis.Nodes[node].Candidates;
        var scores = new double[candidates.Length];
        for (var i = 0; i < scores.Length; i++)
            scores[i] = model.Emission(trellis.Nodes[node], candidates[i]);
        return new Column(node, scores, new int[candidates.Length], [.. Enumerable.Range(0, candidates.Length)]);
    }

    private Column? Advance(Column column, int next)
    {
        var (from, to) = (trellis.Nodes[column.Node], trellis.Nodes[next]);
        if (to.ArrivedMilliseconds - from.LeftMilliseconds > options.MostSilence.TotalMilliseconds)
            return null;
        var costs = trellis.Between(column.Node, next);
        var scores = new double[to.Candidates.Length];
        var back = new int[scores.Length];
        Array.Fill(scores, MatchingModel.Impossible);
        for (var j = 0; j < scores.Length; j++)
        {
            for (var i = 0; i < column.Scores.Length; i++)
            {
                var score = column.Scores[i] + model.Transition(from, from.Candidates[i], to, to.Candidates[j], costs[(i * scores.Length) + j]);
                if (score > scores[j])
                    (scores[j], back[j]) = (score, i);
            }

            scores[j] += model.Emission(to, to.Candidates[j]);
        }

        return scores.Any(score => score > MatchingModel.Impossible) ? TurnRound(next, scores, back) : null;
    }

    /// <summary>Whoever came along one direction may go on along the other.</summary>
    private Column TurnRound(int node, double[] arriving, int[] back)
    {
        var scores = arriving.AsSpan().ToArray();
        var arrivals = new int[scores.Length];
        for (var i = 0; i < scores.Length; i++)
        {
            var opposite = trellis.Nodes[node].OppositeOf(i);
            var isTurned = opposite >= 0 && arriving[opposite] + model.TurnRound > arriving[i];
            arrivals[i] = isTurned ? opposite : i;
            scores[i] = isTurned ? arriving[opposite] + model.TurnRound : arriving[i];
        }

        return new Column(node, scores, back, arrivals);
    }

    private void EndPart()
    {
        if (columns.Count > 1)
        {
            var candidates = new int[columns.Count];
            var departures = new int[columns.Count];
            var best = Array.IndexOf(columns[^1].Scores, columns[^1].Scores.Max());
            var likelihood = columns[^1].Scores[best];
            for (var i = candidates.Length - 1; i >= 0; i--)
            {
                departures[i] = best;
                candidates[i] = columns[i].Arrivals[best];
                best = columns[i].Back[candidates[i]];
            }

            parts.Add(new MatchedSequence([.. columns.Select(column => column.Node)], candidates, departures, likelihood));
        }

        columns.Clear();
    }

    /// <param name="Scores">By candidate that is gone on from.</param>
    /// <param name="Back">By candidate that was arrived at: the one that the column before was left from.</param>
    /// <param name="Arrivals">By candidate that is gone on from: the one that was arrived at.</param>
    private sealed record Column(int Node, double[] Scores, int[] Back, int[] Arrivals);
}
