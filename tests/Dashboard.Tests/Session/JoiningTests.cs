using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Territory.Dashboard.People;
using Territory.Dashboard.Tests.Fixtures;

namespace Territory.Dashboard.Tests.Session;

/// <summary>The way in on a fresh installation. Each test has a host of its own, since there is only one first person.</summary>
public sealed class JoiningTests : IAsyncLifetime
{
    private readonly DashboardHost _host = new() { WithSample = false };

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task FirstLink_UsedOnce_MakesAnAdministratorAndThenWorksNoMore()
    {
        var token = TokenOf(await Links.LinkAsync(_host.Address));
        using var browser = new Browser(_host.Address);
        (await browser.ReadAsync("/api/session")).GetProperty("user").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);

        using var joined = await browser.PostAsync("/api/invitations/accept", new { token, name = "林岚", email = "lin@example.com", password = DashboardHost.Password });

        joined.StatusCode.ShouldBe(HttpStatusCode.OK);
        var user = (await browser.ReadAsync("/api/session")).GetProperty("user");
        user.GetProperty("role").GetString().ShouldBe("administrator");
        user.GetProperty("name").GetString().ShouldBe("林岚");
        (await Links.LinkAsync(_host.Address)).ShouldBeNull("there is someone now");
        using var second = new Browser(_host.Address);
        using var again = await second.PostAsync("/api/invitations/accept", new { token, name = "B", email = "b@example.com", password = DashboardHost.Password });
        again.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task FirstLink_AskedForAgain_VoidsTheEarlierOne()
    {
        var first = TokenOf(await Links.LinkAsync(_host.Address));
        await Links.LinkAsync(_host.Address);
        using var browser = new Browser(_host.Address);

        using var joined = await browser.PostAsync("/api/invitations/accept", new { token = first, name = "A", email = "a@example.com", password = DashboardHost.Password });

        joined.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Accept_ShortPasswordAndNoEmail_ListsEveryProblemAndKeepsTheLink()
    {
        var token = TokenOf(await Links.LinkAsync(_host.Address));
        using var browser = new Browser(_host.Address);

        using var refused = await browser.PostAsync("/api/invitations/accept", new { token, name = " ", password = "short" });

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var problems = System.Text.Json.JsonDocument.Parse(await refused.Content.ReadAsStringAsync()).RootElement.GetProperty("problems").EnumerateArray();
        problems.Select(problem => problem.GetProperty("field").GetString()).Distinct().ShouldBe(["name", "email", "password"], ignoreOrder: true);
        using var joined = await browser.PostAsync("/api/invitations/accept", new { token, name = "A", email = "a@example.com", password = DashboardHost.Password });
        joined.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Accept_ManyAtOnceWithOneLink_LetsExactlyOneIn()
    {
        var token = TokenOf(await Links.LinkAsync(_host.Address));

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            using var browser = new Browser(_host.Address);
            using var answer = await browser.PostAsync("/api/invitations/accept", new { token, name = "A", email = $"a{i}@example.com", password = DashboardHost.Password });
            return answer.StatusCode;
        }));

        answers.Count(status => status == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(status => status == HttpStatusCode.NotFound).ShouldBe(7);
    }

    [Fact]
    public async Task Tokens_InTheDatabase_AreHashed()
    {
        var token = TokenOf(await Links.LinkAsync(_host.Address));

        await using var context = await _host.Application.Services.GetRequiredService<IDbContextFactory<PeopleContext>>().CreateDbContextAsync();
        var stored = await context.Invitations.SingleAsync();

        stored.TokenHash.ShouldBe(Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token))));
    }

    [Fact]
    public async Task Session_AfterARestart_GoesOn()
    {
        using var browser = await _host.SignedInAsync(Role.Administrator, region: null);

        await _host.StopAsync();
        await _host.StartAsync();
        // The port is another one; cookies belong to the host name.
        using var same = new Browser(_host.Address);
        same.Cookies.Add(browser.Cookies.GetCookies(browser.Address));

        (await same.ReadAsync("/api/session")).GetProperty("user").GetProperty("id").GetString().ShouldBe(browser.Person!.Id);
    }

    [Fact]
    public async Task Session_SignedOutOf_StaysEndedAfterARestart()
    {
        using var browser = await _host.SignedInAsync(Role.Administrator, region: null);
        var kept = browser.Cookies.GetCookies(browser.Address).Select(cookie => new Cookie(cookie.Name, cookie.Value, cookie.Path, cookie.Domain)).ToList();
        (await browser.SendAsync(HttpMethod.Delete, "/api/session")).EnsureSuccessStatusCode();

        await _host.StopAsync();
        await _host.StartAsync();
        using var copy = new Browser(_host.Address);
        kept.ForEach(copy.Cookies.Add);

        (await copy.GetAsync("/api/regions")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Database_OfTheFirstVersion_IsBroughtUpToDate()
    {
        var person = await _host.AddPersonAsync(Role.Administrator, region: null);
        await using (var context = await _host.Application.Services.GetRequiredService<IDbContextFactory<PeopleContext>>().CreateDbContextAsync())
            await context.Database.ExecuteSqlRawAsync("DROP TABLE \"EndedSessions\"; DROP TABLE \"RevokedLinks\"; PRAGMA user_version = 1;");

        await _host.StopAsync();
        await _host.StartAsync();
        using var browser = new Browser(_host.Address);
        (await browser.SignInAsync(person.Email!, DashboardHost.Password)).EnsureSuccessStatusCode();

        (await browser.SendAsync(HttpMethod.Delete, "/api/session")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await browser.GetAsync("/api/regions")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private FirstSignIn Links => _host.Application.Services.GetRequiredService<FirstSignIn>();

    private static string TokenOf(string? link) => link!.Split('#')[1];
}
