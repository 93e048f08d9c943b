using System.Text.Json.Nodes;

namespace Hsvo.Functions.Tests.OpenApi.Profile;

/// <summary>A small document that keeps every rule; each rule has its own way to break it.</summary>
internal static class GoodDocument
{
    private const string Text = """
        {
          "openapi": "3.1.1",
          "info": {
            "title": "Saker", "version": "1.0.0", "description": "Saker och deras läge. / Things and the state of them.",
            "termsOfService": "https://saker.example.org/villkor",
            "contact": { "name": "Kontoret", "url": "https://saker.example.org", "email": "kontoret@example.org" },
            "license": { "name": "MIT", "url": "https://opensource.org/license/mit" },
            "x-sla": { "availability": "99,5 %", "responseTime": "1 s", "support": "vardagar" },
            "x-limitations": ["Högst 100 saker."]
          },
          "externalDocs": { "description": "Mer", "url": "https://saker.example.org/mer" },
          "servers": [{ "url": "https://saker.example.org/saker/v1" }],
          "security": [{ "token": [] }],
          "paths": {
            "/api-info": {
              "summary": "Om API:et",
              "get": {
                "summary": "Säger vad det är", "description": "Säger vad API:et är.",
                "parameters": [{ "$ref": "#/components/parameters/trace" }],
                "responses": { "200": { "description": "Lyckades.", "headers": { "traceparent": { "schema": { "type": "string" } } } } }
              }
            },
            "/stora-saker/{sak}": {
              "summary": "En sak",
              "get": {
                "summary": "Visar en sak", "description": "Visar en sak och dess delar.",
                "parameters": [
                  { "$ref": "#/components/parameters/trace" },
                  { "name": "sak", "in": "path", "required": true, "schema": { "type": "string" } },
                  { "name": "limit", "in": "query", "schema": { "type": "integer", "default": 20 } },
                  { "name": "page", "in": "query", "schema": { "type": "integer", "default": 1 } }
                ],
                "responses": {
                  "200": {
                    "description": "Lyckades.", "headers": { "traceparent": { "schema": { "type": "string" } } },
                    "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Sak" }, "examples": { "en": { "value": {} } } } }
                  },
                  "404": { "$ref": "#/components/responses/Fel" }
                }
              },
              "put": {
                "summary": "Ändrar en sak", "description": "Ändrar en sak.",
                "parameters": [{ "$ref": "#/components/parameters/trace" }],
                "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Sak" }, "examples": { "en": { "value": {} } } } } },
                "responses": { "204": { "description": "Gjort.", "headers": { "traceparent": { "schema": { "type": "string" } } } } }
              }
            }
          },
          "components": {
            "parameters": { "trace": { "name": "traceparent", "in": "header", "schema": { "type": "string" } } },
            "responses": {
              "Fel": {
                "description": "Saken finns inte.", "headers": { "traceparent": { "schema": { "type": "string" } } },
                "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/Fel" } } }
              }
            },
            "schemas": {
              "Sak": {
                "type": "object",
                "properties": {
                  "namn": { "type": "string" }, "antalDelar": { "type": "integer" },
                  "dag": { "type": "string", "format": "date", "example": "2021-05-31" },
                  "tid": { "type": "string", "format": "date-time", "example": "2021-05-31T08:00:00Z" }
                }
              },
              "Fel": {
                "type": "object",
                "properties": {
                  "type": { "type": "string" }, "title": { "type": "string" }, "status": { "type": "integer" }, "detail": { "type": "string" }, "instance": { "type": "string" }
                }
              }
            },
            "securitySchemes": {
              "token": { "type": "http", "scheme": "bearer" },
              "nyckel": { "type": "apiKey", "in": "header", "name": "x-nyckel" },
              "inloggning": {
                "type": "oauth2",
                "flows": {
                  "authorizationCode": {
                    "authorizationUrl": "https://login.example.org/a", "tokenUrl": "https://login.example.org/t", "refreshUrl": "https://login.example.org/r", "scopes": {}
                  }
                }
              }
            }
          }
        }
        """;

    public static JsonObject New() => JsonNode.Parse(Text)!.AsObject();

    public static JsonObject Thing(this JsonObject document) => document["paths"]!["/stora-saker/{sak}"]!.AsObject();

    public static JsonArray ParametersOfGet(this JsonObject document) => document.Thing()["get"]!["parameters"]!.AsArray();

    public static JsonObject Answer(this JsonObject document) => document.Thing()["get"]!["responses"]!["200"]!.AsObject();

    public static JsonObject Fields(this JsonObject document) => document["components"]!["schemas"]!["Sak"]!["properties"]!.AsObject();

    public static JsonObject Refusal(this JsonObject document) => document["components"]!["responses"]!["Fel"]!.AsObject();

    public static JsonObject Schemes(this JsonObject document) => document["components"]!["securitySchemes"]!.AsObject();

    public static void MovePath(this JsonObject document, string to)
    {
        var thing = document.Thing();
        document["paths"]!.AsObject().Remove("/stora-saker/{sak}");
        document["paths"]![to] = thing;
    }
}
