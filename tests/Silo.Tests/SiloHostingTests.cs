using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Territory.Contracts;
using Territory.Contracts.Territories;
using Territory.Journal;
using Territory.Model;
using Territory.Model.Calendar;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Regions;

namespace Territory.Silo.Tests;

public sealed class SiloHostingTests : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("territory-silo-tests-");

    [Fact]
    public async Task AcceptedCommand_IsThereAfterARestart()
    {
        var region = Town();
        long position;
        using (var host = await StartAsync())
        {
            var created = await host.Services.GetRequiredService<IGrainFactory>().GetGrain<ITerritoryGrain>("town")
                .Create(new CreateRegion(new CommandHeader(CommandId.New(), new UserId("someone"), DateTimeOffset.UnixEpoch), region), TestContext.Current.CancellationToken);
            created.Accepted.ShouldBeTrue(created.RefusalCode);
            position = created.Position;
            await host.StopAsync(TestContext.Current.CancellationToken);
        }

        using var again = await StartAsync();
        again.Services.GetRequiredService<IJournal>().Position.ShouldBe(position);
        var snapshot = await again.Services.GetRequiredService<IGrainFactory>().GetGrain<ITerritoryGrain>("town").GetSnapshot(TestContext.Current.CancellationToken);
        snapshot!.Region.Calendar.ShouldBe(region.Calendar);
        snapshot.Region.ClassPolicies.ShouldBe(region.ClassPolicies);
        (snapshot.Region with { Calendar = region.Calendar, ClassPolicies = region.ClassPolicies }).ShouldBe(region);
        await again.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task SecondSiloOnTheSameDirectory_IsRefused()
    {
        using var host = await StartAsync();
        await Should.ThrowAsync<JournalUnusableException>(StartAsync);
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Health_NamesTheJournalsPosition()
    {
        using var host = await StartAsync();
        var report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken);
        report.Status.ShouldBe(HealthStatus.Healthy);
        report.Entries["journal"].Description.ShouldBe("Journal at position 0.");
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Health_AfterAFailedWrite_IsUnhealthyUntilOneSucceeds()
    {
        using var host = await StartAsync();
        var health = host.Services.GetRequiredService<HealthCheckService>();
        var grain = host.Services.GetRequiredService<IGrainFactory>().GetGrain<ITerritoryGrain>("town");
        var create = new CreateRegion(new CommandHeader(CommandId.New(), new UserId("someone"), DateTimeOffset.UnixEpoch), Town());
        await InJournalAsync("CREATE TRIGGER disk_full BEFORE INSERT ON journal_event BEGIN SELECT RAISE(ABORT, 'the disk is full'); END");
        await Should.ThrowAsync<OutcomeUnknownException>(() => grain.Create(create, TestContext.Current.CancellationToken));

        var failed = await health.CheckHealthAsync(TestContext.Current.CancellationToken);
        failed.Status.ShouldBe(HealthStatus.Unhealthy);
        failed.Entries["journal"].Description!.ShouldContain("the disk is full");

        await InJournalAsync("DROP TRIGGER disk_full");
        (await grain.Create(create, TestContext.Current.CancellationToken)).Accepted.ShouldBeTrue();
        (await health.CheckHealthAsync(TestContext.Current.CancellationToken)).Status.ShouldBe(HealthStatus.Healthy);
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Health_WithTooLittleRoomOnTheDisk_IsUnhealthy()
    {
        using var host = await StartAsync(settings => settings with { LeastFreeBytes = long.MaxValue });
        var report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken);
        report.Status.ShouldBe(HealthStatus.Unhealthy);
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void SettingsWithoutADirectory_AreRefusedAtTheStart() =>
        Should.Throw<ArgumentException>(() => new SiloSettings { DataDirectory = " " }.Validate());

    public void Dispose() => directory.Delete(recursive: true);

    private Task<IHost> StartAsync() => StartAsync(settings => settings);

    private async Task<IHost> StartAsync(Func<SiloSettings, SiloSettings> configure)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        await builder.AddTerritorySiloAsync(configure(new SiloSettings { DataDirectory = directory.FullName }), TestContext.Current.CancellationToken);
        var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        return host;
    }

    private async Task InJournalAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(directory.FullName, SiloSettings.JournalName)};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static Region Town() => new()
    {
        Id = new RegionId("town"),
        Name = new LocalizedText("镇", "Town"),
        TimeZone = "Asia/Shanghai",
        Currency = "CNY",
        Calendar = WorkingCalendar.SixDayWeek,
        Bounds = new GeoBounds(115, 32, 116, 33),
        ClassPolicies = ClassPolicy.Standard,
        MapAttribution = "test",
    };
}
