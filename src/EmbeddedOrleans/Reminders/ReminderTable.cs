using Microsoft.Extensions.Options;
using Orleans.Hosting;
using Orleans.Reminders;
using Orleans.Runtime.Silos;

namespace Orleans.Runtime.Reminders;

/// <summary>The reminders of a silo, in memory: they outlive their grain's activation and end with the process.</summary>
internal sealed class ReminderTable : IDisposable
{
    private readonly Silo _silo;
    private readonly TimeProvider _time;
    private readonly TimeSpan _minimumPeriod;
    private readonly Dictionary<(GrainId Grain, string Name), Reminder> _reminders = [];
    private readonly Lock _lock = new();
    private bool _disposed;

    public ReminderTable(Silo silo, TimeProvider time, IOptions<ReminderOptions> options)
    {
        _silo = silo;
        _time = AreaClock.Of(silo.Services, ReminderTimeProviderNames.Reminders, time);
        _minimumPeriod = options.Value.MinimumReminderPeriod;
        silo.Stopping.Register(static table => ((ReminderTable)table!).Dispose(), this);
    }

    internal IGrainReminder Register(GrainId grainId, string name, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dueTime, TimeSpan.Zero);
        if (period < _minimumPeriod)
        {
            throw new ArgumentException(
                $"Reminder {name} of grain {grainId} cannot have the period {period}; the shortest is {_minimumPeriod}. Use a grain timer for less.",
                nameof(period));
        }

        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_reminders.Remove((grainId, name), out var replaced))
                replaced.Dispose();
            var reminder = new Reminder(_silo, _time, grainId, name, dueTime, period);
            _reminders.Add((grainId, name), reminder);
            return reminder;
        }
    }

    /// <summary>Ends a reminder.</summary>
    /// <exception cref="ReminderException">The grain has no such reminder.</exception>
    internal void Unregister(GrainId grainId, IGrainReminder reminder)
    {
        lock (_lock)
        {
            if (!_reminders.Remove((grainId, reminder.ReminderName), out var removed))
                throw new ReminderException($"Grain {grainId} has no reminder {reminder.ReminderName}.");
            removed.Dispose();
        }
    }

    internal IGrainReminder? Find(GrainId grainId, string name)
    {
        lock (_lock)
            return _reminders.GetValueOrDefault((grainId, name));
    }

    internal List<IGrainReminder> Of(GrainId grainId)
    {
        lock (_lock)
            return [.. _reminders.Where(entry => entry.Key.Grain == grainId).Select(entry => entry.Value)];
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            foreach (var reminder in _reminders.Values)
                reminder.Dispose();
            _reminders.Clear();
        }
    }
}
