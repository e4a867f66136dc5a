using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ocr.Gateway.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class EventListeners : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "event_listeners",
                schema: "gateway",
                columns: table => new
                {
                    Scope = table.Column<string>(type: "text", nullable: false),
                    SinceId = table.Column<long>(type: "bigint", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ListenedUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_event_listeners", x => x.Scope);
                });

            // The previous release stored the events of all tenants: streams that were open can be continued.
            migrationBuilder.Sql("""
                INSERT INTO gateway.event_listeners ("Scope", "SinceId", "StartedAt", "ListenedUntil")
                SELECT '*', 0, now(), now() WHERE EXISTS (SELECT 1 FROM gateway.events)
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "event_listeners",
                schema: "gateway");
        }
    }
}
