namespace Territory.Simulation.Lab.Calibration;

/// <summary>Runs the model under proposals, several at a time, and keeps count; what it gives does not depend on the threads.</summary>
internal sealed class ProposalRuns(SummaryModel model, WorkingSpace space, int figures, CalibrationOptions options, CancellationToken cancellationToken)
{
    private int runs;
    private int refused;
    private string? firstError;

    public int Runs => runs;

    public int Refused => refused;

    /// <summary>Of the proposal with the lowest number; null while none was refused.</summary>
    public string? FirstError => firstError;

    /// <summary>Runs a block of proposals.</summary>
    /// <param name="propose">A parameter set by its place in the block with the seed of its run; null where the proposal is outside the prior and is not run.</param>
    /// <returns>What ran, in the order of the block, with figures null where the run was refused.</returns>
    /// <exception cref="OperationCanceledException">Someone cancelled.</exception>
    public IReadOnlyList<(double[] Working, double[]? Figures)> Run(int count, Func<int, (double[] Working, ulong Seed)?> propose)
    {
        var results = new (double[] Working, double[]? Figures, string? Error)?[count];
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellationToken }, index =>
        {
            if (propose(index) is { } proposal)
                results[index] = RunOne(proposal.Working, proposal.Seed);
        });
        var ran = results.OfType<(double[] Working, double[]? Figures, string? Error)>().ToArray();
        runs += ran.Length;
        refused += ran.Count(one => one.Figures is null);
        firstError ??= ran.FirstOrDefault(one => one.Error is not null).Error;
        return [.. ran.Select(one => (one.Working, one.Figures))];
    }

    private (double[] Working, double[]? Figures, string? Error) RunOne(double[] working, ulong seed)
    {
        try
        {
            var given = model(space.ToParameters(working), seed);
            if (given.Length != figures)
                return (working, null, $"The model gave {given.Length} figures where {figures} were observed.");
            var place = Array.FindIndex(given, figure => !double.IsFinite(figure));
            return place >= 0 ? (working, null, $"Figure {place} is {given[place]}, not a finite number.") : (working, given, null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return (working, null, $"{exception.GetType().Name}: {exception.Message}");
        }
    }
}
