using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Territory.Dashboard.People;

namespace Territory.Dashboard.Tests.Fixtures;

/// <summary>A client with cookies and the CSRF token, as a page has them.</summary>
public sealed class Browser : IDisposable
{
    private readonly HttpClient _client;
    private string? _csrf;

    public Browser(string address, Person? person = null)
    {
        Person = person;
        _client = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = new Uri(address) };
    }

    public CookieContainer Cookies { get; } = new();

    public Person? Person { get; }

    public Uri Address => _client.BaseAddress!;

    public Task<HttpResponseMessage> SignInAsync(string email, string password) => PostAsync("/api/session", new { email, password });

    public Task<HttpResponseMessage> GetAsync(string path, params ReadOnlySpan<(string Name, string Value)> headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return _client.SendAsync(request);
    }

    public async Task<JsonElement> ReadAsync(string path)
    {
        using var response = await GetAsync(path);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    public Task<HttpResponseMessage> PostAsync(string path, object body) => SendAsync(HttpMethod.Post, path, body);

    /// <summary>Sends with the token; fetches it first, and again when signing in has made it another one's.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null)
    {
        _csrf ??= (await ReadAsync("/api/session")).GetProperty("csrf").GetString();
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("X-Territory-Csrf", _csrf);
        if (body is not null)
            request.Content = body as HttpContent ?? JsonContent.Create(body);
        var response = await _client.SendAsync(request);
        if (path.StartsWith("/api/session", StringComparison.Ordinal) || path.StartsWith("/api/invitations", StringComparison.Ordinal))
            _csrf = null;
        return response;
    }

    public Task<HttpResponseMessage> SendWithoutTokenAsync(HttpMethod method, string path, object body) =>
        _client.SendAsync(new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) });

    public void Dispose() => _client.Dispose();
}
