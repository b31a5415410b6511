using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Territory.Contracts;
using Territory.Contracts.Serialization;
using Territory.Dashboard.Hosting;
using Territory.Dashboard.People;
using Territory.Grains.Hosting;
using Territory.Journal;
using Territory.Journal.Sqlite;
using Territory.Model.Ids;
using Territory.ReadModel;
using Territory.Roads.Matrices;
using Territory.Roads.Network;

namespace Territory.Dashboard.Tests.Fixtures;

/// <summary>The dashboard on a real port, over a real journal in a folder of its own that holds the <see cref="Sample"/>.</summary>
public sealed class DashboardHost : IAsyncLifetime
{
    public const string Password = "correct horse battery";

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"territory-dashboard-{Guid.NewGuid():N}");
    private WebApplication? _application;
    private SqliteJournal? _journal;

    /// <summary>Changes the settings before the host starts.</summary>
    public Func<DashboardSettings, DashboardSettings> Configure { get; init; } = settings => settings;

    public bool WithSample { get; init; } = true;

    public RoadNetwork? Roads { get; set; }

    /// <summary>Travel figures for planning; null: the region has no roads and cannot be planned.</summary>
    public IMatrixProvider? Travel { get; init; }

    public WebApplication Application => _application ?? throw new InvalidOperationException("The host has not started.");

    public string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(_folder);
        await StartAsync();
        if (WithSample)
            await AppendAsync(Sample.Events());
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }

    public async Task StartAsync()
    {
        var time = new ShiftedTime(Sample.Start);
        _journal = await SqliteJournal.OpenAsync(new SqliteJournalOptions { Path = Path.Combine(_folder, "journal.db") }, [new TerritoryProjection()], time);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddTerritoryGrains(_journal, Path.Combine(_folder, "regions"), Travel);
        builder.UseOrleans(silo => silo.UseLocalhostClustering(FreePort(), FreePort()));
        builder.AddTerritoryDashboard(Configure(new DashboardSettings
        {
            DataFolder = Path.Combine(_folder, "people"),
            Roads = (_, _) => ValueTask.FromResult(Roads),
            Port = 0,
            SignInsPerMinute = 10_000,
        }));
        // Hashing is slow on purpose; that it is, is not what these tests are about.
        builder.Services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1_000);
        _application = builder.Build();
        _application.MapTerritoryDashboard();
        await _application.StartAsync();
        Address = _application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
    }

    // Orleans listens on its ports, and hosts of other tests run at the same time.
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async Task StopAsync()
    {
        if (_application is { } application)
            await application.DisposeAsync();
        if (_journal is { } journal)
            await journal.DisposeAsync();
    }

    public async Task<long> AppendAsync(IEnumerable<(string Kind, string Key, IEvent Event)> events)
    {
        var position = 0L;
        foreach (var (kind, key, @event) in events)
        {
            var result = await _journal!.AppendAsync(new AppendRequest(
                StreamId.Of(kind, key), AppendRequest.AnyVersion, CommandId.New(), "test",
                [new EventData(EventCodec.AliasOf(@event), EventCodec.Encode(@event))], ReadOnlyMemory<byte>.Empty));
            result.Status.ShouldBe(AppendStatus.Appended);
            position = result.Position;
        }

        return position;
    }

    /// <summary>Has the database refuse every event from now on, as it does on a full disk, or take them again.</summary>
    public async Task SetDiskFullAsync(bool isFull)
    {
        await using var connection = new SqliteConnection($"Data Source={_journal!.Path};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = isFull
            ? "CREATE TRIGGER disk_full BEFORE INSERT ON journal_event BEGIN SELECT RAISE(ABORT, 'the disk is full'); END"
            : "DROP TRIGGER disk_full";
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Puts a person with the usual password into the people's database.</summary>
    public async Task<Person> AddPersonAsync(Role role, string? region = Sample.Region, string? distributor = null, string? rep = null, string? vehicle = null)
    {
        using var scope = Application.Services.CreateScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var name = $"{role}-{Guid.NewGuid():N}@example.com".ToLowerInvariant();
        var person = new Person { UserName = name, Email = name, DisplayName = role.ToString(), Role = role, Region = region, Distributor = distributor, Rep = rep, Vehicle = vehicle };
        (await users.CreateAsync(person, Password)).Succeeded.ShouldBeTrue();
        return person;
    }

    /// <summary>A browser at which a new person of this role has signed in. The scope is that of the east.</summary>
    public async Task<Browser> SignedInAsync(Role role, string? region = Sample.Region)
    {
        var person = role switch
        {
            Role.Administrator or Role.Planner => await AddPersonAsync(role, region),
            Role.Dispatcher or Role.Supervisor => await AddPersonAsync(role, region, distributor: Sample.East),
            Role.Rep => await AddPersonAsync(role, region, rep: Sample.EastRep),
            _ => await AddPersonAsync(role, region, vehicle: Sample.EastVehicle),
        };
        var browser = new Browser(Address, person);
        (await browser.SignInAsync(person.Email!, Password)).EnsureSuccessStatusCode();
        return browser;
    }
}
