using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Runtime.Activations;
using Orleans.Runtime.Calls;
using Orleans.Runtime.Catalog;
using Orleans.Runtime.Metrics;
using Orleans.Runtime.Observers;
using Orleans.Runtime.References;
using Orleans.Runtime.Silos;
using Orleans.Runtime.Workers;

namespace Orleans.Runtime;

/// <summary>The one silo of a host: the directory of activations, and what all of them share.</summary>
internal sealed class Silo : IDisposable
{
    private static readonly DeactivationReason ShuttingDown = new(DeactivationReasonCode.ShuttingDown, "The silo is shutting down.");

    private readonly ConcurrentDictionary<GrainId, ICallTarget> _directory = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SiloMetrics _metrics;
    private readonly int _maxForwards;
    private readonly Lazy<GrainCatalog> _catalog;
    private int _activations;
    private volatile bool _isClosed;

    public Silo(
        IServiceProvider services,
        SiloServices registered,
        ILoggerFactory loggers,
        TimeProvider time,
        IOptions<SiloMessagingOptions> messaging,
        IOptions<GrainCollectionOptions> collection,
        IOptions<GrainQueueOptions> queues,
        IOptions<EndpointOptions> endpoints,
        IMeterFactory meters)
    {
        Services = services;
        Time = AreaClock.Of(services, TimeProviderNames.Grains, time);
        Log = new SiloLog(loggers.CreateLogger("Orleans.Runtime.Silo"));
        ResponseTimeout = messaging.Value.ResponseTimeout;
        _maxForwards = messaging.Value.MaxForwardCount;
        DeactivationTimeout = collection.Value.DeactivationTimeout;
        QueueLimit = queues.Value.MaxWaitingRequests;
        Address = SiloAddress.New(new IPEndPoint(endpoints.Value.AdvertisedIPAddress, endpoints.Value.SiloPort), (int)(time.GetTimestamp() & 0xFFFF));
        Watchdog = new Watchdog();
        Collector = new IdleCollector(this, AreaClock.Of(services, TimeProviderNames.ActivationManagement, time), collection.Value);
        References = new ReferenceFactory(this);
        Factory = new GrainFactory(() => this);
        _metrics = new SiloMetrics(this, meters);
        _catalog = new(() => registered.BuildCatalog(services, collection.Value));
    }

    internal IServiceProvider Services { get; }

    internal TimeProvider Time { get; }

    internal SiloLog Log { get; }

    internal SiloAddress Address { get; }

    internal Watchdog Watchdog { get; }

    internal IdleCollector Collector { get; }

    internal ReferenceFactory References { get; }

    internal GrainFactory Factory { get; }

    internal GrainCatalog Catalog => _catalog.Value;

    internal TimeSpan ResponseTimeout { get; }

    internal TimeSpan DeactivationTimeout { get; }

    internal int QueueLimit { get; }

    internal CancellationToken Stopping => _stopping.Token;

    /// <summary>No grain runs here any more.</summary>
    internal bool IsClosed => _isClosed;

    internal int ActivationCount => Volatile.Read(ref _activations);

    /// <summary>Every host of requests, in no order.</summary>
    internal IEnumerable<RequestHost> Hosts()
    {
        foreach (var (_, target) in _directory)
        {
            if (target is WorkerPool pool)
            {
                foreach (var worker in pool.Workers)
                    yield return worker;
            }
            else
            {
                yield return (RequestHost)target;
            }
        }
    }

    internal Activation? FindActivation(GrainId grainId) => _directory.TryGetValue(grainId, out var target) ? target as Activation : null;

    /// <summary>Delivers a request to its grain, which comes to life if it has to; gives back where it went, for the next one.</summary>
    /// <exception cref="SiloUnavailableException">The silo is stopping or has stopped.</exception>
    internal ICallTarget Route(GrainId grainId, Request request)
    {
        while (!_isClosed)
        {
            var target = _directory.TryGetValue(grainId, out var known) ? known : AddTarget(grainId);
            if (target.TryAccept(request))
            {
                // A grain that came to life while the silo began to stop may have missed the word.
                if (_stopping.IsCancellationRequested)
                    (target as Activation)?.Deactivate(ShuttingDown, CancellationToken.None);
                return target;
            }

            _directory.TryRemove(new(grainId, target));
        }

        throw Unavailable();
    }

    /// <summary>Sends on a request whose activation went away before it started.</summary>
    internal void Forward(GrainId grainId, Request request)
    {
        try
        {
            if (++request.Forwards > _maxForwards)
                throw new OrleansMessageRejectionException($"Request {request.Facts} to {grainId} was forwarded {_maxForwards} times and found no activation that stays.");
            Route(grainId, request);
        }
        catch (OrleansException exception)
        {
            request.TryFail(exception);
        }
    }

    internal Activation NewActivation(GrainClass grainClass, GrainId grainId)
    {
        if (_stopping.IsCancellationRequested)
            throw Unavailable();

        Interlocked.Increment(ref _activations);
        return new Activation(this, grainClass, grainId);
    }

    internal void Remove(Activation activation)
    {
        if (_directory.TryGetValue(activation.GrainId, out var target))
        {
            if (target is WorkerPool pool)
                pool.Remove(activation);
            else
                _directory.TryRemove(new(activation.GrainId, activation));
        }

        Uncount();
    }

    internal void AddObserver(ObserverHost observer) => _directory[observer.GrainId] = observer;

    internal bool RemoveObserver(GrainId observerId) =>
        _directory.TryGetValue(observerId, out var target) && target is ObserverHost && _directory.TryRemove(new(observerId, target));

    internal void Start()
    {
        _ = Catalog;
        Watchdog.Start();
        Collector.Start();
    }

    /// <summary>
    /// Deactivates every grain and closes. When the token is canceled first, or before, the rest ends as in a crash: without OnDeactivateAsync.
    /// </summary>
    internal async Task Stop(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        Collector.Stop();
        if (!cancellationToken.IsCancellationRequested)
        {
            foreach (var host in Hosts())
                (host as Activation)?.Deactivate(ShuttingDown, cancellationToken);
            if (ActivationCount == 0)
                _drained.TrySetResult();
            await _drained.Task.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _isClosed = true;
        foreach (var host in Hosts())
            host.Abandon(Unavailable());
        Watchdog.Stop();
    }

    public void Dispose()
    {
        Watchdog.Stop();
        Collector.Stop();
        _metrics.Dispose();
        _stopping.Dispose();
    }

    private static SiloUnavailableException Unavailable() =>
        new("The silo is stopping or has stopped. The outcome of the call is unknown; retry with the same command id.");

    private ICallTarget AddTarget(GrainId grainId)
    {
        var created = CreateTarget(grainId);
        var added = _directory.GetOrAdd(grainId, created);
        if (added != created && created is Activation)
            Uncount();
        return added;
    }

    private void Uncount()
    {
        if (Interlocked.Decrement(ref _activations) == 0 && _stopping.IsCancellationRequested)
            _drained.TrySetResult();
    }

    private ICallTarget CreateTarget(GrainId grainId)
    {
        if (grainId.Type == GrainFactory.ObserverType)
            throw new ClientNotAvailableException($"The observer {grainId} is no longer registered.");

        var grainClass = Catalog.Find(grainId.Type)
            ?? throw new OrleansException($"No grain class has the grain type of {grainId}.");
        return grainClass.MaxWorkers > 0 ? new WorkerPool(this, grainClass, grainId) : NewActivation(grainClass, grainId);
    }
}
