using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ocr.Ingest.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Cleaning : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "ImageRemoved",
                schema: "ingest",
                table: "receipts",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "chores",
                schema: "ingest",
                columns: table => new
                {
                    Name = table.Column<string>(type: "text", nullable: false),
                    NextRunAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chores", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "image_holds",
                schema: "ingest",
                columns: table => new
                {
                    ObjectKey = table.Column<string>(type: "text", nullable: false),
                    Owner = table.Column<Guid>(type: "uuid", nullable: false),
                    Removal = table.Column<bool>(type: "boolean", nullable: false),
                    Until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_image_holds", x => new { x.ObjectKey, x.Owner });
                });

            migrationBuilder.CreateTable(
                name: "tallies",
                schema: "ingest",
                columns: table => new
                {
                    Minute = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Code = table.Column<string>(type: "text", nullable: false),
                    Files = table.Column<long>(type: "bigint", nullable: false),
                    Bytes = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tallies", x => new { x.Minute, x.Code });
                });

            migrationBuilder.CreateIndex(
                name: "IX_image_holds_Owner",
                schema: "ingest",
                table: "image_holds",
                column: "Owner");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "chores",
                schema: "ingest");

            migrationBuilder.DropTable(
                name: "image_holds",
                schema: "ingest");

            migrationBuilder.DropTable(
                name: "tallies",
                schema: "ingest");

            migrationBuilder.DropColumn(
                name: "ImageRemoved",
                schema: "ingest",
                table: "receipts");
        }
    }
}
