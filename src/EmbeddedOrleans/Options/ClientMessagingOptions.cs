namespace Orleans.Configuration;

/// <summary>Options of a client's calls. In one process client and silo share the silo's timeout.</summary>
public sealed class ClientMessagingOptions : MessagingOptions;
