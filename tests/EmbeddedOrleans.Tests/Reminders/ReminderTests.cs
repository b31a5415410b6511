using Territory.EmbeddedOrleans.Tests.Support;

namespace Territory.EmbeddedOrleans.Tests.Reminders;

/// <summary>Reminders outlive their grain's activation and are at least a minute apart.</summary>
public sealed class ReminderTests : IAsyncLifetime
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private Cluster _cluster = null!;

    public async ValueTask InitializeAsync() =>
        _cluster = await Cluster.Start(silo => silo.UseInMemoryReminderService(), withManualClock: true);

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task Reminder_OfAGrainThatIsGone_WakesIt()
    {
        var grain = _cluster.Client.GetGrain<IForgetfulGrain>("wakes");
        await grain.Remind("wake", Minute, Minute);
        await _cluster.Host.DeactivateAsync(grain);
        await _cluster.AdvanceUntil(_cluster.Gates.Reached("wake", 3), Minute);
    }

    [Fact]
    public async Task Reminder_Unregistered_TicksNoMore()
    {
        var grain = _cluster.Client.GetGrain<IForgetfulGrain>("ends");
        await grain.Remind("ending", Minute, Minute);
        (await grain.Names()).ShouldBe("ending");
        await _cluster.AdvanceUntil(_cluster.Gates.Reached("ending"), Minute);
        await grain.Forget("ending");
        (await grain.Names()).ShouldBe("");
        var ticks = _cluster.Gates.CountOf("ending");
        await grain.Remind("other", Minute, Minute);
        await _cluster.AdvanceUntil(_cluster.Gates.Reached("other", 3), Minute);
        _cluster.Gates.CountOf("ending").ShouldBe(ticks);
    }

    [Fact]
    public async Task Reminder_OfLessThanAMinute_IsRefused() =>
        await Should.ThrowAsync<ArgumentException>(
            () => _cluster.Client.GetGrain<IForgetfulGrain>("hurried").Remind("no", Minute, TimeSpan.FromSeconds(59)));
}

[Alias("test.forgetful")]
public interface IForgetfulGrain : IGrainWithStringKey
{
    [Alias("Remind")]
    Task Remind(string name, TimeSpan dueTime, TimeSpan period);

    [Alias("Forget")]
    Task Forget(string name);

    [Alias("Names")]
    Task<string> Names();
}

internal sealed class ForgetfulGrain(Gates gates) : Grain, IForgetfulGrain, IRemindable
{
    public Task Remind(string name, TimeSpan dueTime, TimeSpan period) => this.RegisterOrUpdateReminder(name, dueTime, period);

    public async Task Forget(string name)
    {
        if (await this.GetReminder(name) is { } reminder)
            await this.UnregisterReminder(reminder);
    }

    public async Task<string> Names() => string.Join(',', (await this.GetReminders()).Select(reminder => reminder.ReminderName));

    public Task ReceiveReminder(string reminderName, TickStatus status)
    {
        gates.Reach(reminderName);
        return Task.CompletedTask;
    }
}
