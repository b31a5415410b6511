using System.Collections;
using Microsoft.Extensions.Logging;

namespace Orleans.Utilities;

/// <summary>
/// The observers of a grain, each with an expiry that subscribing again renews. An observer that fails is dropped. For use in one grain's
/// turns only.
/// </summary>
public class ObserverManager<TIdentity, TObserver> : IEnumerable<TObserver>
    where TIdentity : notnull
{
    private readonly ILogger _log;

    // Replaced, never changed, so that a notification under way across awaits keeps its own view.
    private Dictionary<TIdentity, (TObserver Observer, DateTime LastSeen)> _observers = [];

    public ObserverManager(TimeSpan expiration, ILogger log)
    {
        ArgumentNullException.ThrowIfNull(log);
        ExpirationDuration = expiration;
        _log = log;
    }

    /// <summary>The clock of the expiry, in UTC; set it to the silo's TimeProvider.</summary>
    public Func<DateTime> GetDateTime { get; set; } = static () => TimeProvider.System.GetUtcNow().UtcDateTime;

    public TimeSpan ExpirationDuration { get; set; }

    public int Count => _observers.Count;

    public IReadOnlyDictionary<TIdentity, TObserver> Observers => _observers.ToDictionary(entry => entry.Key, entry => entry.Value.Observer);

    public void Clear() => _observers = [];

    /// <summary>Adds the observer, or renews it.</summary>
    public void Subscribe(TIdentity id, TObserver observer) => _observers = new(_observers) { [id] = (observer, GetDateTime()) };

    public void Unsubscribe(TIdentity id) => Remove([id]);

    /// <summary>Calls every observer that the predicate admits, one after another; drops those that fail or have expired.</summary>
    public async Task Notify(Func<TObserver, Task> notification, Func<TObserver, bool>? predicate = null)
    {
        var defunct = new List<TIdentity>();
        foreach (var (id, observer) in Current(defunct, predicate))
        {
            try
            {
                await notification(observer);
            }
            catch (Exception exception)
            {
                Drop(id, defunct, exception);
            }
        }

        Remove(defunct);
    }

    /// <inheritdoc cref="Notify(Func{TObserver, Task}, Func{TObserver, bool})"/>
    public void Notify(Action<TObserver> notification, Func<TObserver, bool>? predicate = null)
    {
        var defunct = new List<TIdentity>();
        foreach (var (id, observer) in Current(defunct, predicate))
        {
            try
            {
                notification(observer);
            }
            catch (Exception exception)
            {
                Drop(id, defunct, exception);
            }
        }

        Remove(defunct);
    }

    public void ClearExpired()
    {
        var defunct = new List<TIdentity>();
        _ = Current(defunct, static _ => false).Count();
        Remove(defunct);
    }

    public IEnumerator<TObserver> GetEnumerator() => _observers.Values.Select(entry => entry.Observer).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IEnumerable<(TIdentity Id, TObserver Observer)> Current(List<TIdentity> expired, Func<TObserver, bool>? predicate)
    {
        var now = GetDateTime();
        foreach (var (id, (observer, lastSeen)) in _observers)
        {
            if (lastSeen + ExpirationDuration < now)
                expired.Add(id);
            else if (predicate is null || predicate(observer))
                yield return (id, observer);
        }
    }

    private void Drop(TIdentity id, List<TIdentity> defunct, Exception exception)
    {
        _log.LogDebug(exception, "Observer {Observer} failed and is dropped.", id);
        defunct.Add(id);
    }

    private void Remove(List<TIdentity> ids)
    {
        if (ids.Count == 0)
            return;

        var rest = new Dictionary<TIdentity, (TObserver, DateTime)>(_observers);
        foreach (var id in ids)
            rest.Remove(id);
        _observers = rest;
    }
}
