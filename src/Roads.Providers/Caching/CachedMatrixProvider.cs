using Territory.Model.Geography;
using Territory.Model.Travel;
using Territory.Roads.Matrices;

namespace Territory.Roads.Providers.Caching;

/// <summary>Keeps what a provider has answered, pair by pair, and asks it only for the pairs that are missing.</summary>
/// <remarks>
/// Key: provider, mode, and both places on a grid of 0.00001 degrees, at which the provider is asked. Pairs without a road are kept too; straight lines
/// are not, since they stand in for an answer that may come. Missing pairs are asked for in rectangles (<see cref="MissingBlocks"/>). Safe for many
/// callers: a pair that is being asked for is waited for, not asked for again, and its failure is shared. A caller that gives up leaves the request
/// running for whoever asks next; disposal ends it. A file that cannot be used is an empty cache and a note, never a failure.
/// Complexity: constant a pair.
/// </remarks>
public sealed class CachedMatrixProvider : IMatrixProvider, IAsyncDisposable
{
    private readonly IMatrixProvider inner;
    private readonly CacheOptions options;
    private readonly TimeProvider timeProvider;
    private readonly Action<string>? note;
    private readonly CacheFile? file;
    private readonly PairStore store;
    private readonly List<Fetch> fetches = [];
    private readonly List<Task> running = [];
    private readonly Lock gate = new();
    private readonly SemaphoreSlim turns;
    private readonly SemaphoreSlim saving = new(1, 1);
    private readonly CancellationTokenSource lifetime = new();
    private DateTimeOffset savedAt;
    private bool isChanged;
    private bool isDisposed;

    /// <param name="note">Gets what an operator should know: a file that was damaged or cannot be written.</param>
    /// <exception cref="ArgumentException">An option makes no sense; says which.</exception>
    public CachedMatrixProvider(IMatrixProvider inner, CacheOptions options, TimeProvider timeProvider, Action<string>? note = null)
    {
        options.Validate();
        this.inner = inner;
        this.options = options;
        this.timeProvider = timeProvider;
        this.note = note;
        turns = new SemaphoreSlim(options.MaxConcurrentRequests, options.MaxConcurrentRequests);
        store = new PairStore(options.MaxPairs);
        savedAt = timeProvider.GetUtcNow();
        if (options.Directory is null)
            return;
        file = new CacheFile(options.Directory, options.Provider);
        if (file.Read(store) is { } fault)
        {
            // Labels may have been read before the fault was met.
            store = new PairStore(options.MaxPairs);
            note?.Invoke($"The kept travel times in {file.Path} cannot be used: {fault.TrimEnd('.')}. They are collected anew.");
        }
    }

    /// <summary>Pairs kept now.</summary>
    public int Count
    {
        get
        {
            lock (gate)
                return store.Count;
        }
    }

    public async Task<TravelMatrix> ComputeAsync(IReadOnlyList<GeoPoint> points, TravelMode mode, CancellationToken cancellationToken = default)
    {
        var (places, placeOf) = Distinct(points);
        var gathering = await GatherAsync(places, places, mode, cancellationToken);
        var (seconds, meters) = gathering.Spread(placeOf, placeOf);
        return new TravelMatrix(points.Count, seconds, meters, gathering.Source(options.Provider));
    }

    public async Task<RectangularMatrix> ComputeAsync(
        IReadOnlyList<GeoPoint> sources, IReadOnlyList<GeoPoint> targets, TravelMode mode, CancellationToken cancellationToken = default)
    {
        var (rows, rowOf) = Distinct(sources);
        var (columns, columnOf) = Distinct(targets);
        var gathering = await GatherAsync(rows, columns, mode, cancellationToken);
        var (seconds, meters) = gathering.Spread(rowOf, columnOf);
        return new RectangularMatrix(sources.Count, targets.Count, seconds, meters, gathering.Source(options.Provider));
    }

    /// <summary>Writes the file now, if there is one and something is new. A failure is noted: the cache goes on in memory.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken = default)
    {
        if (file is null)
            return;
        await saving.WaitAsync(cancellationToken);
        try
        {
            await Task.Run(Save, cancellationToken);
        }
        finally
        {
            saving.Release();
        }
    }

    /// <summary>Ends what is under way and writes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        Task[] last;
        lock (gate)
        {
            if (isDisposed)
                return;
            isDisposed = true;
            last = [.. running];
        }

        await lifetime.CancelAsync();
        await Task.WhenAll(last);
        await SaveAsync(CancellationToken.None);
        lifetime.Dispose();
        turns.Dispose();
        saving.Dispose();
    }

    private static (Place[] Places, int[] PlaceOf) Distinct(IReadOnlyList<GeoPoint> points)
    {
        var indexes = new Dictionary<Place, int>();
        var placeOf = new int[points.Count];
        for (var i = 0; i < placeOf.Length; i++)
        {
            var place = Place.Of(points[i]);
            if (!indexes.TryGetValue(place, out placeOf[i]))
                indexes.Add(place, placeOf[i] = indexes.Count);
        }

        return ([.. indexes.Keys], placeOf);
    }

    private async Task<Gathering> GatherAsync(Place[] sources, Place[] targets, TravelMode mode, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var gathering = new Gathering(sources, targets, mode);
        var awaited = new List<Fetch>();
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(isDisposed, this);
            TakeKnown_NeedsLock(gathering);
            JoinOrBegin_NeedsLock(gathering, awaited);
        }

        try
        {
            foreach (var fetch in awaited)
                gathering.Take(fetch, await fetch.Answer.Task.WaitAsync(cancellationToken));
        }
        finally
        {
            lock (gate)
                awaited.ForEach(fetch => fetch.Waiting--);
        }

        return gathering;
    }

    private void TakeKnown_NeedsLock(Gathering gathering)
    {
        var now = Now();
        for (var row = 0; row < gathering.Sources.Length; row++)
        {
            for (var column = 0; column < gathering.Targets.Length; column++)
            {
                if (gathering.IsMissing(row, column)
                    && store.TryGet(new PairKey(gathering.Sources[row], gathering.Targets[column], gathering.Mode), out var known)
                    && IsFresh(known, now))
                    gathering.Put(row, column, known.Seconds, known.Meters, store.Labels[known.Label]);
            }
        }
    }

    /// <summary>Finds what is already being asked for and begins to ask for the rest.</summary>
    private void JoinOrBegin_NeedsLock(Gathering gathering, List<Fetch> awaited)
    {
        var (rows, columns) = (gathering.Sources.Length, gathering.Targets.Length);
        var isComing = new bool[rows * columns];
        foreach (var fetch in fetches.Where(fetch => fetch.Mode == gathering.Mode))
        {
            var helps = false;
            foreach (var (row, _, column, _) in gathering.Shared(fetch))
            {
                var cell = (row * columns) + column;
                helps |= !isComing[cell] && gathering.IsMissing(row, column);
                isComing[cell] = true;
            }

            if (helps)
                awaited.Add(fetch);
        }

        var missing = MissingBlocks.Cover(
            rows, columns, (row, column) => !isComing[(row * columns) + column] && gathering.IsMissing(row, column), gathering.OwnColumn);
        foreach (var block in missing)
        {
            foreach (var part in block.Rows.Chunk(Math.Max(1, options.MaxPairsPerRequest / block.Columns.Length)))
            {
                var fetch = new Fetch(gathering.Mode, [.. part.Select(row => gathering.Sources[row])], [.. block.Columns.Select(column => gathering.Targets[column])]);
                fetches.Add(fetch);
                awaited.Add(fetch);
            }
        }

        awaited.ForEach(fetch => fetch.Waiting++);
        running.RemoveAll(task => task.IsCompleted);
        running.AddRange(awaited.Where(fetch => !fetch.IsBegun).Select(Begin));
    }

    private Task Begin(Fetch fetch)
    {
        fetch.IsBegun = true;
        // Whatever happens the fetch is answered: those who wait for it may not hang.
        return Task.Run(() => RunAsync(fetch), CancellationToken.None);
    }

    private async Task RunAsync(Fetch fetch)
    {
        try
        {
            await turns.WaitAsync(lifetime.Token);
            try
            {
                if (IsUnwanted(fetch))
                    return;
                var answer = await AskAsync(fetch);
                lock (gate)
                {
                    Keep_NeedsLock(fetch, answer);
                    fetches.Remove(fetch);
                }

                fetch.Answer.SetResult(answer);
            }
            finally
            {
                turns.Release();
            }
        }
        catch (Exception failure)
        {
            lock (gate)
                fetches.Remove(fetch);
            fetch.Answer.SetException(lifetime.IsCancellationRequested ? new ObjectDisposedException(nameof(CachedMatrixProvider), failure) : failure);
            // Everyone who waited may have left.
            _ = fetch.Answer.Task.Exception;
            return;
        }

        if (IsSaveDue())
            await SaveAsync(CancellationToken.None);
    }

    private bool IsUnwanted(Fetch fetch)
    {
        lock (gate)
            return fetch.Waiting == 0 && fetches.Remove(fetch);
    }

    private async Task<RectangularMatrix> AskAsync(Fetch fetch)
    {
        GeoPoint[] sources = [.. fetch.Sources.Select(place => place.Point)];
        // A provider may name the points of a square once.
        GeoPoint[] targets = fetch.Sources.AsSpan().SequenceEqual(fetch.Targets) ? sources : [.. fetch.Targets.Select(place => place.Point)];
        var answer = await inner.ComputeAsync(sources, targets, fetch.Mode, lifetime.Token);
        return answer.SourceCount == sources.Length && answer.TargetCount == targets.Length
            ? answer
            : throw new InvalidOperationException($"The provider {options.Provider} gave {answer.SourceCount} x {answer.TargetCount} pairs where {sources.Length} x {targets.Length} were asked for.");
    }

    private void Keep_NeedsLock(Fetch fetch, RectangularMatrix answer)
    {
        if (TravelMatrix.IsStraightLine(answer.Source))
            return;
        var (label, now) = (store.LabelOf(answer.Source), Now());
        for (var row = 0; row < fetch.Sources.Length; row++)
        {
            for (var column = 0; column < fetch.Targets.Length; column++)
            {
                if (fetch.Sources[row] != fetch.Targets[column])
                    store.Put(new PairKey(fetch.Sources[row], fetch.Targets[column], fetch.Mode), new PairFigures(answer.SecondsFrom(row)[column], answer.MetersFrom(row)[column], label, now));
            }
        }

        isChanged = true;
    }

    private bool IsSaveDue()
    {
        lock (gate)
            return file is not null && isChanged && !isDisposed && timeProvider.GetUtcNow() - savedAt >= options.SaveInterval;
    }

    private void Save()
    {
        (PairKey, PairFigures)[] pairs;
        string[] labels;
        lock (gate)
        {
            if (!isChanged)
                return;
            (isChanged, savedAt) = (false, timeProvider.GetUtcNow());
            (pairs, labels) = (store.Copy(), [.. store.Labels]);
        }

        try
        {
            file!.Write(labels, pairs);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            note?.Invoke($"The travel times cannot be kept in {file!.Path}: {failure.Message}");
        }
    }

    private uint Now() => (uint)Math.Clamp(timeProvider.GetUtcNow().ToUnixTimeSeconds(), 0, uint.MaxValue);

    /// <summary>A time that lies as far ahead was written by a wrong clock and is no better.</summary>
    private bool IsFresh(PairFigures figures, uint now) =>
        options.MaxAge is not { } maxAge || Math.Abs((long)now - figures.FetchedAt) < maxAge.TotalSeconds;
}
