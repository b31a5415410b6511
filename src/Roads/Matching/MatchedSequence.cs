namespace Territory.Roads.Matching;

/// <summary>The likeliest places of the fixes of one part.</summary>
/// <param name="Nodes">Indexes of the trellis's nodes, ascending.</param>
/// <param name="Candidates">For each, the index of its candidate.</param>
/// <param name="Departures">For each, the index of the candidate it goes on from: the opposite direction where the vehicle turned round.</param>
/// <param name="LogLikelihood">Sum of the model's emissions, transitions and turns.</param>
internal sealed record MatchedSequence(int[] Nodes, int[] Candidates, int[] Departures, double LogLikelihood);
