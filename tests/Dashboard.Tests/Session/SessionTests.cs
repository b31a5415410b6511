using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Territory.Dashboard.People;
using Territory.Dashboard.Tests.Fixtures;

namespace Territory.Dashboard.Tests.Session;

public sealed class SessionTests(DashboardHost host) : IClassFixture<DashboardHost>
{
    [Fact]
    public async Task SignIn_WrongPassword_IsRejectedAndAfterSixLockedOut()
    {
        var person = await host.AddPersonAsync(Role.Planner);
        using var browser = new Browser(host.Address);
        var answers = new List<HttpStatusCode>();
        for (var attempt = 1; attempt <= 6; attempt++)
        {
            using var answer = await browser.SignInAsync(person.Email!, "not the password");
            answers.Add(answer.StatusCode);
        }

        using var right = await browser.SignInAsync(person.Email!, DashboardHost.Password);

        answers.Take(5).ShouldAllBe(status => status == HttpStatusCode.Unauthorized);
        answers[5].ShouldBe(HttpStatusCode.Locked);
        right.StatusCode.ShouldBe(HttpStatusCode.Locked, "the right password must not tell that it is right");
    }

    [Fact]
    public async Task SignIn_WrongPasswordsAtOnce_AreCountedOneByOne()
    {
        var person = await host.AddPersonAsync(Role.Planner);

        var answers = await Task.WhenAll(Enumerable.Range(0, 28).Select(async _ =>
        {
            using var browser = new Browser(host.Address);
            using var answer = await browser.SignInAsync(person.Email!, "not the password");
            return answer.StatusCode;
        }));

        answers.Count(status => status == HttpStatusCode.Unauthorized).ShouldBe(5, "the sixth locks the account");
        answers.Count(status => status == HttpStatusCode.Locked).ShouldBe(23);
    }

    [Fact]
    public async Task SignIn_UnknownAddress_IsRejectedLikeAWrongPassword()
    {
        using var browser = new Browser(host.Address);

        using var answer = await browser.SignInAsync("nobody@example.com", DashboardHost.Password);

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe("session.rejected");
    }

    [Fact]
    public async Task Cookie_OfASession_IsHttpOnlyAndLax()
    {
        var person = await host.AddPersonAsync(Role.Planner);
        using var browser = new Browser(host.Address);

        using var answer = await browser.SignInAsync(person.Email!, DashboardHost.Password);

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("territory-session", StringComparison.Ordinal));
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=lax", Case.Insensitive);
    }

    [Fact]
    public async Task StateChange_WithoutTheToken_IsForbidden()
    {
        using var browser = await host.SignedInAsync(Role.Administrator, region: null);

        using var answer = await browser.SendWithoutTokenAsync(HttpMethod.Post, "/api/people", new { name = "A", email = "csrf@example.com", role = "planner" });

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe("request.csrf");
    }

    [Fact]
    public async Task Read_WithoutASession_IsUnauthorised()
    {
        using var browser = new Browser(host.Address);

        using var answer = await browser.GetAsync("/api/regions");

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task SignOut_OfASession_EndsIt()
    {
        using var browser = await host.SignedInAsync(Role.Planner);

        (await browser.SendAsync(HttpMethod.Delete, "/api/session")).EnsureSuccessStatusCode();

        using var answer = await browser.GetAsync("/api/regions");
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task SignOut_OfASession_EndsItsKeptCopyAndNoOtherSession()
    {
        using var browser = await host.SignedInAsync(Role.Planner);
        using var copy = new Browser(host.Address);
        copy.Cookies.Add(browser.Cookies.GetCookies(browser.Address));
        using var elsewhere = new Browser(host.Address);
        (await elsewhere.SignInAsync(browser.Person!.Email!, DashboardHost.Password)).EnsureSuccessStatusCode();
        (await copy.GetAsync("/api/regions")).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await browser.SendAsync(HttpMethod.Delete, "/api/session")).EnsureSuccessStatusCode();

        (await copy.GetAsync("/api/regions")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await elsewhere.GetAsync("/api/regions")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Disable_OfASignedInPerson_EndsTheirSessionAndDisabledPeopleCannotSignIn()
    {
        using var administrator = await host.SignedInAsync(Role.Administrator, region: null);
        using var browser = await host.SignedInAsync(Role.Planner);
        (await browser.GetAsync("/api/regions")).StatusCode.ShouldBe(HttpStatusCode.OK);

        using var disabled = await administrator.SendAsync(HttpMethod.Patch, $"/api/people/{browser.Person!.Id}", new { disabled = true });

        disabled.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await browser.GetAsync("/api/regions")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var again = new Browser(host.Address);
        (await again.SignInAsync(browser.Person.Email!, DashboardHost.Password)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Invite_OfARep_GivesALinkByWhichTheyJoinWithThatScope()
    {
        using var administrator = await host.SignedInAsync(Role.Administrator, region: null);
        using var invited = await administrator.PostAsync(
            "/api/people", new { name = "王师傅", email = $"{Guid.NewGuid():N}@example.com", role = "rep", region = Sample.Region, rep = Sample.EastRep });
        var answer = await invited.Content.ReadFromJsonAsync<JsonElement>();
        answer.GetProperty("person").GetProperty("state").GetString().ShouldBe("invited");
        using var browser = new Browser(host.Address);

        using var joined = await browser.PostAsync(
            "/api/invitations/accept", new { token = answer.GetProperty("link").GetString()!.Split('#')[1], name = "王师傅", password = DashboardHost.Password });

        joined.StatusCode.ShouldBe(HttpStatusCode.OK);
        var user = (await browser.ReadAsync("/api/session")).GetProperty("user");
        user.GetProperty("role").GetString().ShouldBe("rep");
        user.GetProperty("rep").GetString().ShouldBe(Sample.EastRep);
    }

    [Fact]
    public async Task Invite_WithoutTheScopeOfTheRole_ListsWhatIsMissing()
    {
        using var administrator = await host.SignedInAsync(Role.Administrator, region: null);

        using var refused = await administrator.PostAsync("/api/people", new { name = "A", email = "not an address", role = "dispatcher" });

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("problems").EnumerateArray()
            .Select(problem => problem.GetProperty("code").GetString()).ShouldBe(["person.region", "person.distributor", "person.email"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("planner", """{ "region": "" }""", "region")]
    [InlineData("planner", """{ "region": "atlantis" }""", "region")]
    [InlineData("dispatcher", """{ "region": "county", "distributor": "D-nobody" }""", "distributor")]
    [InlineData("rep", """{ "region": "county", "rep": "R-nobody" }""", "rep")]
    [InlineData("driver", """{ "region": "county", "vehicle": "V-nobody" }""", "vehicle")]
    [InlineData("driver", """{ "region": "elsewhere", "vehicle": "V-east" }""", "vehicle")]
    [InlineData("planner", """{ "rep": "R-east" }""", "rep")]
    [InlineData("planner", """{ "email": "no address" }""", "email")]
    [InlineData("planner", """{ "email": "Lin <lin@example.com>" }""", "email")]
    [InlineData("planner", """{ "email": "lin@example..com" }""", "email")]
    [InlineData("planner", """{ "email": "lin lan@example.com" }""", "email")]
    public async Task Invite_WithWhatDoesNotExist_IsRefusedByField(string role, string given, string field)
    {
        using var administrator = await host.SignedInAsync(Role.Administrator, region: null);
        var request = System.Text.Json.Nodes.JsonNode.Parse(given)!.AsObject();
        request["name"] = "A";
        request["role"] = role;
        request.TryAdd("email", $"{Guid.NewGuid():N}@example.com");

        using var refused = await administrator.PostAsync("/api/people", request);

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("problems").EnumerateArray()
            .Select(problem => problem.GetProperty("field").GetString()).ShouldBe([field]);
    }

    [Fact]
    public async Task Invite_WithAnEndlessAddress_IsRefusedWithoutRepeatingIt()
    {
        using var administrator = await host.SignedInAsync(Role.Administrator, region: null);

        using var refused = await administrator.PostAsync("/api/people", new { name = "A", email = new string('a', 300_000) + "@example.com", role = "planner" });

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.Content.ReadAsStringAsync()).Length.ShouldBeLessThan(1_000);
    }

    [Fact]
    public async Task MalformedBody_OfARequest_IsABadRequestThatNamesTheField()
    {
        using var administrator = await host.SignedInAsync(Role.Administrator, region: null);

        using var refused = await administrator.PostAsync("/api/people", new { name = "A", email = "a@example.com", role = "king" });

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var problem = (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("problems")[0];
        problem.GetProperty("code").GetString().ShouldBe("request.json");
        problem.GetProperty("field").GetString().ShouldBe("role");
    }

    [Fact]
    public async Task Responses_All_ConfineThePageToThisOrigin()
    {
        using var browser = new Browser(host.Address);

        using var answer = await browser.GetAsync("/api/session");

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("worker-src 'self'");
        policy.ShouldNotContain("unsafe");
        policy.ShouldNotContain("http");
        answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
    }

    [Fact]
    public async Task Answers_OfTheApi_AreNotKeptByTheBrowser()
    {
        using var browser = await host.SignedInAsync(Role.Planner);

        using var answer = await browser.GetAsync("/api/regions");

        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task HostName_ThatIsNotThisMachines_IsRefused()
    {
        using var client = new HttpClient { BaseAddress = new Uri(host.Address) };
        client.DefaultRequestHeaders.Host = "evil.example";

        using var answer = await client.GetAsync("/api/session");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task SignIn_TooManyAttempts_AreRefused()
    {
        await using var strict = new DashboardHost { WithSample = false, Configure = settings => settings with { SignInsPerMinute = 3 } };
        await strict.InitializeAsync();
        using var browser = new Browser(strict.Address);
        var answers = new List<HttpStatusCode>();
        for (var attempt = 0; attempt < 4; attempt++)
        {
            using var answer = await browser.SignInAsync("nobody@example.com", "wrong");
            answers.Add(answer.StatusCode);
        }

        answers.ShouldBe([HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests]);
    }

    [Fact]
    public void Address_OfAHostByDefault_IsLoopback()
    {
        new Uri(host.Address).IsLoopback.ShouldBeTrue();
        host.Application.Services.GetRequiredService<Dashboard.Hosting.DashboardSettings>().ListenOnAllInterfaces.ShouldBeFalse();
    }
}
